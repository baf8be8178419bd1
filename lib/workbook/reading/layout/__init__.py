"""What a file holds around its tables: sheets by name, cells unread, unseen, or stored oddly."""
