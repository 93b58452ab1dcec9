"""The door for WhatsApp: takes what Twilio posts, keeps it, and answers at once."""
