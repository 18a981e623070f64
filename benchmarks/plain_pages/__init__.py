"""A plain Wagtail page of the same content as a record: what our record page is measured against."""
