"""Reading a page as a browser does: which fields its forms would send."""

from html.parser import HTMLParser


class _Forms(HTMLParser):
    """Collects what each form of a page would send if nothing were typed."""

    def __init__(self):
        super().__init__()
        self.forms, self.fields, self.select, self.area = [], {}, "", ""

    def handle_starttag(self, tag, attrs):
        begin = getattr(self, f"begin_{tag}", None)
        if begin:
            begin(dict(attrs))

    def begin_form(self, attrs):
        self.fields = {}
        self.forms.append((attrs.get("id", ""), self.fields))

    def begin_input(self, attrs):
        name, kind = attrs.get("name"), attrs.get("type", "text")
        if kind in {"checkbox", "radio"} and "checked" not in attrs:
            return
        if name and kind not in {"submit", "file", "button"}:
            self.fields[name] = attrs.get("value", "on" if kind == "checkbox" else "")

    def begin_select(self, attrs):
        self.select = attrs.get("name", "")
        if self.select:
            self.fields[self.select] = [] if "multiple" in attrs else ""

    def begin_option(self, attrs):
        if self.select and "selected" in attrs:
            value, before = attrs.get("value", ""), self.fields[self.select]
            self.fields[self.select] = [*before, value] if isinstance(before, list) else value

    def begin_textarea(self, attrs):
        self.area = attrs["name"]
        self.fields[self.area] = ""

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = ""
        elif tag == "textarea":
            # A browser leaves out the first line end of a text area.
            self.fields[self.area] = self.fields[self.area].removeprefix("\r").removeprefix("\n")
            self.area = ""

    def handle_data(self, data):
        if self.area:
            self.fields[self.area] += data


def fields_of(response, form: str = "") -> dict:
    """What the form with that id (the page's last one without) would send; rows to be added are left out."""
    parser = _Forms()
    parser.feed(response.content.decode())
    found = [fields for name, fields in parser.forms if name == form] if form else [parser.forms[-1][1]]
    return {name: value for name, value in found[0].items() if "__prefix__" not in name}
