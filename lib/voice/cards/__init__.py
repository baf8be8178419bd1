"""What a card says of a kegiatan or an indicator, for the page and for the offline copy."""
