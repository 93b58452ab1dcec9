"""The webhooks for any WSGI server: `resortbook_whatsapp.wsgi:app`."""

from resortbook import Settings, open_resort
from resortbook.bootstrap.logs import set_up_logs
from resortbook_whatsapp.app import create_app

_settings = Settings.load(defaults={"PORT": "8001"})
set_up_logs(_settings)

app = create_app(open_resort(_settings), _settings)
