"""The `resortbook` command: what an operator does without a browser."""


def main() -> None:
    """Run the command that the arguments name, and end the process with its status."""
    from resortbook_cli.command_line import command_line

    command_line()
