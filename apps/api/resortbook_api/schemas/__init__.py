"""The shapes of what comes in and goes out; the API's description is made from them."""
