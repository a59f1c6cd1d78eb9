"""Who comes in, and how: see site_cms/accounts/."""

AUTH_USER_MODEL = "site_cms.User"
AUTHENTICATION_BACKENDS = ["site_cms.accounts.backend.AccountBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "site_cms.accounts.passwords.StrengthValidator"},
]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
# Wagtail's account screen keeps to preferences: what opens the account has screens of its own.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

# --- The second factor --------------------------------------------------------------------------

# Required of every account, as in production; offered otherwise.
SECOND_FACTOR = False
# Until which day regional accounts may do without.
SECOND_FACTOR_SPARED_UNTIL = None
MFA_ADAPTER = "site_cms.accounts.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
# A clock half a minute slow or fast.
MFA_TOTP_TOLERANCE = 1
_FORMS = "site_cms.accounts.forms"
MFA_FORMS = {
    "add_webauthn": f"{_FORMS}.AddWebAuthnForm",
    "authenticate": f"{_FORMS}.AuthenticateForm",
    "authenticate_webauthn": f"{_FORMS}.AuthenticateWebAuthnForm",
    "login_webauthn": f"{_FORMS}.LoginWebAuthnForm",
    "reauthenticate": f"{_FORMS}.ReauthenticateForm",
    "reauthenticate_webauthn": f"{_FORMS}.ReauthenticateWebAuthnForm",
}

# --- Accounts -----------------------------------------------------------------------------------

ACCOUNT_ADAPTER = "site_cms.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# No code by mail: a mailbox would be enough to take the account.
ACCOUNT_REAUTHENTICATION_METHODS = ("password", "mfa")
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# Ours are counted in the database, for accounts and networks: see site_cms/accounts/guesses.py.
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
ACCOUNT_FORMS = {
    "login": f"{_FORMS}.LoginForm",
    "reset_password": f"{_FORMS}.ResetPasswordForm",
    "user_token": f"{_FORMS}.UserTokenForm",
    "add_email": f"{_FORMS}.AddEmailForm",
    "change_password": f"{_FORMS}.ChangePasswordForm",
}

# --- ProConnect: offered where production.py names one ------------------------------------------

SOCIALACCOUNT_ADAPTER = "site_cms.accounts.proconnect.SocialAdapter"
SOCIALACCOUNT_PROVIDERS = {}
# A link, not a form: the policy of the site lets no form lead elsewhere.
SOCIALACCOUNT_LOGIN_ON_GET = True
PROCONNECT_DOMAINS = []

# --- Sessions -----------------------------------------------------------------------------------

SESSION_ENGINE = "site_cms.accounts.sessions"
# Seconds without an act, and in all.
SESSION_COOKIE_AGE = 4 * 3600
SESSION_LONGEST = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
ACCOUNT_SESSION_REMEMBER = False
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_PATH = "/"
CSRF_COOKIE_HTTPONLY = True
KNOWN_DEVICE_COOKIE_NAME = "known"
