namespace EngageBot.Slack.WebApi;

/// <summary>What Slack says when it refuses, in one sentence for the person who runs the app.</summary>
internal static class RefusalText
{
    private const string Page = "api.slack.com/apps";

    public static string Of(string method, string error, ApiStatus? answer)
    {
        if (error == SlackError.MissingScope)
        {
            return Scope(method, OneLine.Of(answer?.Needed));
        }

        var details = answer?.ResponseMetadata?.Messages is { Count: > 0 } messages ? $" {OneLine.Of(string.Join("; ", messages))}" : "";
        return $"Slack refused {method} ({error}).{details}";
    }

    public static string OfToken(SlackToken token, string method, string error)
    {
        var kind = token is AppToken ? "app token (xapp-)" : "bot token (xoxb-)";
        var where = token is AppToken
            ? $"make one with the scope connections:write on the page Basic Information of the app on {Page}"
            : $"reinstall the app to the workspace on {Page}, copy the token from the page OAuth & Permissions";
        return error switch
        {
            SlackError.NotAllowedTokenType => $"{method} does not take this sort of token ({error}): it was called with the {kind}.",
            "account_inactive" => $"Slack refused the {kind} (account_inactive): the app was removed from the workspace, or the workspace is gone. To go on, {where}, and restart.",
            _ => $"Slack refused the {kind} ({error}): {where}, and restart.",
        };
    }

    private static string Scope(string method, string needed)
    {
        var scopes = needed.Length == 0 ? "a scope" : $"the scope {needed}";
        return method == "apps.connections.open"
            ? $"{method} needs {(needed.Length == 0 ? "the scope connections:write" : scopes)}, which the app token does not have: add it on the page Basic Information of the app on {Page}."
            : $"{method} needs {scopes}, which the app does not have: add it on the page OAuth & Permissions of the app on {Page}, and reinstall the app to the workspace.";
    }
}
