"""What the product is measured beside: a plain Django application, and nginx."""
