"""Settings, read from the environment (and from `.env` beside `manage.py`, where there is one).

Every variable is listed in `.env.example`. A missing or wrong one stops the start with an error that
names the variable and the cure.
"""

from pathlib import Path

from csp.constants import NONE, SELF

from union.environment import Environment

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment(BASE_DIR / ".env")

# --- what kind of site this is -----------------------------------------------------------------------
DEBUG = env.flag("DEBUG", default=False)
SITE_URL = env.site_url("SITE_URL", default="http://127.0.0.1:8000", debug=DEBUG)
SECRET_KEY = env.secret_key("SECRET_KEY", debug=DEBUG)
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS", default=[])
SEALED_KEYS = env.fernet_keys("SEALED_KEYS", default_from=SECRET_KEY, debug=DEBUG)
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", site_url=SITE_URL, debug=DEBUG)
CSRF_TRUSTED_ORIGINS = [SITE_URL]
ADMIN_PATH = env.path_segment("ADMIN_PATH", default="admin")

# --- applications ------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "union.apps.UnionAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_countries",
    "simple_history",
    "django_htmx",  # only its copy of htmx among the static files
    "csp",
    "members",
]

# Sessions, sign-in and messages are for staff pages only: union.middleware.StaffOnly applies them by path,
# so that a public page can neither read nor set a cookie.
MIDDLEWARE = [
    "union.middleware.ResponseHeaders",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "union.middleware.CleanRequest",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "union.middleware.StaffSession",
    "django.middleware.csrf.CsrfViewMiddleware",
    "union.middleware.StaffAuthentication",
    "union.middleware.StaffMessages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "union.urls"
WSGI_APPLICATION = "union.wsgi.application"
APPEND_SLASH = True

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
                "members.views.context.site",
            ],
        },
    },
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # widgets of ours stand in templates/widgets

# --- database ----------------------------------------------------------------------------------------
DATABASES = {
    "default": env.database("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'var' / 'union.sqlite3'}")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "members.User"

# --- languages ---------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", "English"),
    ("ar", "العربية"),
    ("fa", "فارسی"),
    ("fr", "Français"),
    ("es", "Español"),
    ("tr", "Türkçe"),
    ("id", "Indonesia"),
    ("ur", "اردو"),
]
LANGUAGES_BIDI = ["ar", "fa", "ur"]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
TIME_ZONE = env.text("TIME_ZONE", default="UTC")
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

COUNTRIES_OVERRIDE = {"XK": "Kosovo"}  # in use everywhere, in ISO 3166-1 nowhere

# --- files -------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = env.directory("MEDIA_ROOT", default=BASE_DIR / "var" / "media")
MEDIA_URL = "/no-media-is-served-by-path/"
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if env.flag("STATIC_MANIFEST", default=not DEBUG)
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a bulk action on 10,000 rows is one request
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# --- sign-in -----------------------------------------------------------------------------------------
LOGIN_URL = "admin:login"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "members.views.errors.page_was_open_too_long"

# --- transport and browser ---------------------------------------------------------------------------
IS_HTTPS = SITE_URL.startswith("https://")
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_HTTPS
SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_REFERRER_POLICY = "strict-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
if env.flag("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_NAME = "__Host-session" if IS_HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if IS_HTTPS else "csrf"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- the software's own numbers ----------------------------------------------------------------------
# Finished public pages, and answers about a large register, in each worker's memory. Their keys hold the
# public revision and the day, so a page is never older than the last public change.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": env.integer("CACHE_ENTRIES", default=1000)},
    }
}
PAGE_KEPT_FOR = 60 * 60  # seconds
PUBLIC_MAX_AGE = env.integer("PUBLIC_MAX_AGE", default=60)  # seconds a public page may be kept by a cache
DIRECTORY_PAGE_SIZE = 20
EMAIL_BACKEND = env.text("EMAIL_BACKEND", default="django.core.mail.backends.console.EmailBackend")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
SIMPLE_HISTORY_REVERT_DISABLED = True
SIMPLE_HISTORY_DATE_INDEX = False
