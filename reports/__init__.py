"""What is made for eyes and printers: pictures and tables."""
