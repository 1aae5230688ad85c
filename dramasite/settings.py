"""Settings, from the environment. Development needs none of it."""

import os
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP
from environs import Env

from dramasite.secrets import kept_secret

# A variable that is set to nothing, as a file of variables has it, is not set.
for name in [name for name, value in os.environ.items() if not value.strip()]:
    del os.environ[name]
env = Env()
BASE_DIR = Path(__file__).resolve().parent.parent
PRODUCTION = env.bool("PRODUCTION", False)
DEBUG = env.bool("DEBUG", False)

# What the site writes
DATA_DIR = Path(env.str("DATA_DIR", str(BASE_DIR / "var"))).expanduser().resolve()
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"

REQUIRED_IN_PRODUCTION = (
    "SECRET_KEY",
    "ADDRESS_KEYS",
    "ADDRESS_PEPPER",
    "ALLOWED_HOSTS",
    "EMAIL_HOST",
    "DEFAULT_FROM_EMAIL",
)
if PRODUCTION:
    missing = [name for name in REQUIRED_IN_PRODUCTION if not env.str(name, "").strip()]
    if missing:
        raise ImproperlyConfigured(
            "PRODUCTION is set, and these are missing from the environment: "
            + ", ".join(missing)
            + ". docs/deploying.md says what each is for."
        )


def _secret(name: str) -> str:
    return env.str(name, "") or kept_secret(DATA_DIR / "secrets", name.lower())


try:
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    SECRET_KEY = _secret("SECRET_KEY")
    # Former keys, whose links and sessions still hold: the newest first.
    SECRET_KEY_FALLBACKS = [
        key.strip() for key in env.str("SECRET_KEY_FALLBACKS", "").split(",") if key.strip()
    ]
    # The first key seals the addresses of those who reply; all of them open what is sealed.
    ADDRESS_KEYS = [key.strip() for key in _secret("ADDRESS_KEYS").split(",")]
    # Keys the hash by which an address is looked up: without it nobody can test a guess.
    ADDRESS_PEPPER = _secret("ADDRESS_PEPPER")
except OSError as error:
    raise ImproperlyConfigured(f"DATA_DIR cannot be used: {error}") from error

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
# Where `manage.py serve` listens. On every address, it is asked for by any name.
HOST = env.str("HOST", "").removeprefix("[").removesuffix("]")
if HOST and not PRODUCTION:
    everywhere = HOST in ("0.0.0.0", "::")  # noqa: S104
    ALLOWED_HOSTS += ["*" if everywhere else f"[{HOST}]" if ":" in HOST else HOST]

INSTALLED_APPS = [
    "dramasite.desk.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "crispy_forms",
    "django_tasks_db",
    "dramasite",
    "catalog",
    "comments",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "dramasite.headers.HeadersMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "dramasite.canonical.LowercaseMiddleware",
    "dramasite.moved.MovedMiddleware",
    "dramasite.methods.MethodsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]

ROOT_URLCONF = "dramasite.urls"
WSGI_APPLICATION = "dramasite.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dramasite.context.site",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "house"
CRISPY_TEMPLATE_PACK = "house"
CRISPY_FAIL_SILENTLY = False

DATABASES = {
    "default": dj_database_url.parse(
        env.str("DATABASE_URL", f"sqlite:///{DATA_DIR / 'dramasite.sqlite3'}")
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # A writer waits its turn; a deferred one would be told "database is locked".
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # FULL: what was answered with a redirect survives a power cut. The cache, in KiB, is each
        # thread's own; the operating system keeps the file for all of them.
        "init_command": (
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -4000;"
        ),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# The name on the masthead, the one origin of all addresses (else the host that is asked), language
SITE_NAME = env.str("SITE_NAME", "Dramasite")
SITE_URL = env.str("SITE_URL", "").rstrip("/")
LANGUAGE_CODE = env.str("LANGUAGE_CODE", "en")
TIME_ZONE = env.str("TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "dramasite.stylesheet.StylesheetFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 3600

# Mail: a folder in development, so that nothing leaves the machine
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "dramasite@localhost")
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": env.str("EMAIL_HOST", "localhost"),
            "port": env.int("EMAIL_PORT", 587),
            "username": env.str("EMAIL_HOST_USER", ""),
            "password": env.str("EMAIL_HOST_PASSWORD", ""),
            "use_tls": env.bool("EMAIL_USE_TLS", True),
            "timeout": 20,
        },
    }
    if PRODUCTION
    else {
        "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "OPTIONS": {"file_path": DATA_DIR / "mail"},
    }
}

# Security
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "dramasite.views.csrf_failure"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = 12 * 3600
if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])
# Only a proxy that always sets this header may be trusted with it.
if env.bool("BEHIND_TLS_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
# The form of a drama with a large gallery has more than Django's thousand.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# Who is told of changes: nobody, unless it is said here
WEBSUB_HUB = env.str("WEBSUB_HUB", "").strip()
INDEXNOW_KEY = env.str("INDEXNOW_KEY", "").strip()
TMDB_KEY = env.str("TMDB_KEY", "").strip()
TMDB_API = env.str("TMDB_API", "https://api.themoviedb.org/3").rstrip("/")
TMDB_IMAGES = env.str("TMDB_IMAGES", "https://image.tmdb.org/t/p").rstrip("/")
# Only for a server of one's own that stands in for TMDB: otherwise such addresses are refused.
TMDB_MAY_BE_PRIVATE = env.bool("TMDB_MAY_BE_PRIVATE", False)
INDEXNOW_ENDPOINT = env.str("INDEXNOW_ENDPOINT", "https://api.indexnow.org/indexnow")

# Where a weakness of the site may be told of: mailto:… or https://…
SECURITY_CONTACT = env.str("SECURITY_CONTACT", "").strip()
# Whom visitors write to about what is kept of them, on the privacy page: mailto:… or https://…
PRIVACY_CONTACT = env.str("PRIVACY_CONTACT", "").strip()

# Uploads of pictures, in bytes and pixels
PICTURE_MAX_BYTES = env.int("PICTURE_MAX_BYTES", 20 * 1024 * 1024)
PICTURE_MAX_PIXELS = env.int("PICTURE_MAX_PIXELS", 50_000_000)

# Replies from one network prefix, before the visitor is asked to wait
REPLY_RATE = env.str("REPLY_RATE", "10/600")
# Reports of replies from one network prefix, and how many independent ones hold a reply
REPORT_RATE = env.str("REPORT_RATE", "10/3600")
REPORTS_TO_HOLD = env.int("REPORTS_TO_HOLD", 3)
# Mail to addresses that nobody has confirmed yet: to one, asked for from one network, in all
MAIL_RATE_ADDRESS = env.str("MAIL_RATE_ADDRESS", "1/86400")
MAIL_RATE_NETWORK = env.str("MAIL_RATE_NETWORK", "10/3600")
MAIL_RATE_SITE = env.str("MAIL_RATE_SITE", "500/86400")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain"},
        "errors": {"class": "logging.StreamHandler", "formatter": "plain", "level": "ERROR"},
    },
    # The background worker sets their levels itself; what it says while it runs is for nobody.
    "loggers": {
        name: {"handlers": ["errors"], "propagate": False}
        for name in ("django_tasks_db", "django.tasks")
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
}
