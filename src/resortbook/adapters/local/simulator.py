"""The messenger of whoever tries resortbook: messages stay here, for the simulator to show."""

from resortbook.domain.messages import OutboundMessage


class SimulatorMessenger:
    """Accepts every message at once. The kept outbound messages are its store."""

    def send(self, message: OutboundMessage) -> str:
        """Accept a message and return an id like a provider's."""
        return f"SIM{message.id.hex}"

    def find(self, message: OutboundMessage) -> tuple[str, ...]:
        """Say that it was accepted: whatever is kept is shown."""
        return (self.send(message),)
