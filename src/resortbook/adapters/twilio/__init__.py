"""Twilio: WhatsApp messages to guests."""
