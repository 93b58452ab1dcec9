"""The API for any WSGI server, `resortbook_api.wsgi:app`; settings from the environment."""

from resortbook import Settings, open_resort
from resortbook.bootstrap.logs import set_up_logs
from resortbook_api.app import create_app
from resortbook_api.web import FOLDER

_settings = Settings.load()
set_up_logs(_settings)

app = create_app(open_resort(_settings), _settings, web_folder=FOLDER)
