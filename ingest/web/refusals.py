"""Say in words why a web address gave no page, and what else can be done."""

import httpx


def refusal(response: httpx.Response) -> str:
    """What an answer without a page says, by its status."""
    status = f"Its server answered {response.status_code} {response.reason_phrase}".rstrip()
    if response.status_code in (401, 402, 403, 407, 451):
        return (
            f"{status}: it wants a login, or no programs. Open it in a browser, copy its text, and paste "
            "that into `briefings ingest -`."
        )
    if response.status_code in (404, 410):
        return f"{status}: there is no such page. Check the address."
    if response.status_code == 429 or response.status_code >= 500:
        after = response.headers.get("Retry-After", "")
        return f"{status}. Try again {f'in {after} s' if after.isdigit() else 'later'}."
    return f"{status}, and no page. Open it in a browser, save the page, and name that file."


def why_not(error: httpx.TransportError | httpx.InvalidURL) -> str:
    """What went wrong before there was an answer."""
    cause = str(error) or type(error).__name__
    if isinstance(error, httpx.RemoteProtocolError):
        if "incomplete" in cause or "without sending complete" in cause:
            return "It was cut off before its end. Try again later."
        return (
            f"Its server does not speak HTTP as it should ({cause[:200]}). Save the page and name that file."
        )
    if "CERTIFICATE_VERIFY_FAILED" in cause:
        return (
            f"Its certificate is not to be trusted ({cause[:200]}). If your organisation has one of its own, "
            "name its file in SSL_CERT_FILE."
        )
    if isinstance(error, httpx.InvalidURL):
        return f"It leads to what is no web address ({cause[:200]}). Name the page that it is about."
    return (
        f"Its server cannot be reached ({cause[:200]}). Check the address, and that this machine is online."
    )
