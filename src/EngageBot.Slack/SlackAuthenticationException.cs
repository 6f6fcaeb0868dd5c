namespace EngageBot.Slack;

/// <summary>Slack does not take the token. No call with it can succeed until it is replaced: stop.</summary>
/// <param name="error">Slack's word for it: <c>invalid_auth</c>, <c>token_revoked</c> and the like.</param>
/// <param name="message">What to do, in a sentence.</param>
public sealed class SlackAuthenticationException(string error, string message) : SlackException(message)
{
    public string Error { get; } = error;
}
