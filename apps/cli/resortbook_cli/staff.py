"""`resortbook staff`: the people at the desk."""

import click

from resortbook_cli.output import as_json, print_json, print_table


@click.group(short_help="The people at the desk: add, remove, list, link.")
def staff() -> None:
    """The people at the desk, each by the phone they sign in with."""


@staff.command(short_help="Give the owner of a phone a role.")
@click.argument("phone")
@click.option("--name", required=True, help="What guests and colleagues call them.")
@click.option("--role", required=True, type=click.Choice(["staff", "admin"]))
def add(phone: str, name: str, role: str) -> None:
    """Give the owner of PHONE a role, in place of the one before.

    Whoever has a role signs in again.

    \b
    Example:
      resortbook staff add +14155550100 --name "Front Desk" --role admin
    """
    from resortbook.domain.actor import Actor, Role
    from resortbook_cli.opened import opened

    plain = " ".join(name.split())
    if not 1 <= len(plain) <= 200:
        raise click.BadParameter("1 to 200 characters", param_hint="--name")
    with opened() as resort:
        member = resort.staff.add(phone, name=plain, role=Role(role), by=Actor.operator())
    click.echo(f"{member.name} ({member.phone}) has the role {member.role.value} now.")


@staff.command(short_help="Take the role of a phone's owner away.")
@click.argument("phone")
def remove(phone: str) -> None:
    """Take the role of PHONE's owner away and end all their sessions.

    \b
    Example:
      resortbook staff remove +14155550100
    """
    from resortbook.domain.actor import Actor
    from resortbook_cli.opened import opened

    with opened() as resort:
        resort.staff.remove(phone, by=Actor.operator())
    click.echo("Done; all their sessions have ended.")


@staff.command(name="list")
@as_json
def list_(json_wanted: bool) -> None:
    """List everybody with a role.

    \b
    Example:
      resortbook staff list
    """
    from resortbook.application.shapes import staff_shape
    from resortbook_cli.opened import opened

    with opened() as resort:
        members = resort.staff.all()
    if json_wanted:
        print_json([staff_shape(member) for member in members])
        return
    rows = [(member.phone, member.name, member.role.value) for member in members]
    print_table(("phone", "name", "role"), rows, empty="Nobody has a role yet.")


@staff.command(short_help="Print a link that signs in once.")
@click.argument("phone")
def link(phone: str) -> None:
    """Print a link that signs the owner of PHONE in, once, within 30 minutes.

    \b
    Example:
      resortbook staff link +14155550100
    """
    from resortbook.application.phones import as_e164
    from resortbook.domain.actor import Actor
    from resortbook_cli.errors import Refused
    from resortbook_cli.opened import opened

    number = as_e164(phone)
    with opened() as resort:
        if number not in {member.phone for member in resort.staff.all()}:
            raise Refused("Nobody at the desk has this phone")
        token = resort.login.new_link(number, by=Actor.operator())
        click.echo(f"{resort.facts.web_app_url}/link#token={token}")
