"""Facts and rules of a resort's bookings; standard library only."""
