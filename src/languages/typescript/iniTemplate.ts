/** What `alembic init` writes as `alembic.ini`; `${script_location}` is filled in. Keys and order are those of Alembic's generic template. */
export const iniTemplate = String.raw`# A generic, single database configuration.

[alembic]
# where the migration scripts live; %(here)s is the folder of this file
script_location = ${"${script_location}"}

# names of new revision files; tokens: rev, slug, epoch, year, month, day, hour, minute, second
# file_template = %%(year)d_%%(month).2d_%%(day).2d_%%(hour).2d%%(minute).2d-%%(rev)s_%%(slug)s

# a folder that imports may start from
prepend_sys_path = .

# time zone of the creation date in new files; blank: local time
# timezone =

# the most characters that a message may give to a file's name
# truncate_slug_length = 40

# set to 'true' to run env.ts for the 'revision' command as well
# revision_environment = false

# further folders of revision files, separated by path_separator
# version_locations = %(here)s/bar:%(here)s/bat
path_separator = os

# which database; only env.ts reads this, and it may say otherwise
sqlalchemy.url = postgresql://user:pass@localhost/dbname

# Logging, as env.ts sets it up
[loggers]
keys = root,sqlalchemy,alembic

[handlers]
keys = console

[formatters]
keys = generic

[logger_root]
level = WARNING
handlers = console
qualname =

[logger_sqlalchemy]
level = WARNING
handlers =
qualname = sqlalchemy.engine

[logger_alembic]
level = INFO
handlers =
qualname = alembic

[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = NOTSET
formatter = generic

[formatter_generic]
format = %(levelname)-5.5s [%(name)s] %(message)s
datefmt = %H:%M:%S
`;
