"""Public pages. Staff pages are in `members.admin`."""
