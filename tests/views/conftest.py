"""What tests of pages share."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _in_english():
    """Each test starts in English: a request leaves its language behind in the thread."""
    with translation.override("en"):
        yield
