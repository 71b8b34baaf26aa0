"""What Telegram says when it refuses: the error codes and sentences, in one place."""

from typing import Any

Json = dict[str, Any]


class BotApiError(Exception):
    """A call of the bot that Telegram would refuse.

    `code` is the HTTP status and `error_code`, `parameters` Telegram's ResponseParameters, if any.
    """

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        """The answer as Telegram writes it: `{"ok": false, "error_code", "description", "parameters"?}`."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return body | {"parameters": self.parameters} if self.parameters else body


class ControlError(Exception):
    """A person tried what a person cannot do, or a control call was malformed: status 400 with this sentence."""


PREFIX = {400: "Bad Request", 403: "Forbidden", 404: "Not Found", 409: "Conflict", 413: "Request Entity Too Large"}


def refusal(sentence: str, code: int = 400) -> BotApiError:
    """`refusal("chat not found")` is Telegram's 400 "Bad Request: chat not found"."""
    return BotApiError(code, f"{PREFIX[code]}: {sentence}")


def too_many_requests(retry_after: int) -> BotApiError:
    """429, with the seconds to wait in words and in `parameters`."""
    sentence = f"Too Many Requests: retry after {retry_after}"
    return BotApiError(429, sentence, {"retry_after": retry_after})


UNAUTHORIZED = BotApiError(401, "Unauthorized")
NOT_FOUND = BotApiError(404, "Not Found")
INTERNAL = BotApiError(500, "Internal Server Error")
TOO_LARGE = BotApiError(413, "Request Entity Too Large")
BAD_GATEWAY = BotApiError(502, "Bad Gateway")

OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_IS_SET = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"
