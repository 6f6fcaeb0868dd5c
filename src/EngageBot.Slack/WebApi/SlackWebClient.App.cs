namespace EngageBot.Slack.WebApi;

/// <content>The app itself.</content>
public sealed partial class SlackWebClient
{
    /// <summary>Who the token acts as, and where. <see href="https://docs.slack.dev/reference/methods/auth.test"/>.</summary>
    public Task<SlackResult<AuthTest>> TestAuthAsync(CancellationToken cancellationToken) =>
        SendAsync(new ApiRequest("auth.test") { IsRepeatable = true }, SlackJson.Default.AuthTest, cancellationToken);

    /// <summary>
    /// The address of a socket, good for one connection that is made soon. It carries a ticket: do not log it. Needs an <see cref="AppToken"/>.
    /// <see href="https://docs.slack.dev/reference/methods/apps.connections.open"/>.
    /// </summary>
    public async Task<SlackResult<Uri>> OpenConnectionAsync(CancellationToken cancellationToken)
    {
        var request = new ApiRequest("apps.connections.open") { IsRepeatable = true, Body = RequestContent.Form() };
        var opened = await SendAsync(request, SlackJson.Default.OpenedConnection, cancellationToken);
        return opened.ValueOrDefault is { } value && !Uri.TryCreate(value.Url, UriKind.Absolute, out _)
            ? Unreadable<Uri>(request)
            : opened.Select(connection => new Uri(connection.Url));
    }
}
