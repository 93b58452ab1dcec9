"""The stories of the product: each service method is one unit of work."""
