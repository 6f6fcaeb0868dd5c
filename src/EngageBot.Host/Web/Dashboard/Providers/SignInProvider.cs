using System.Text.Json;
using EngageBot.Chat;

namespace EngageBot.Host.Web.Dashboard.Providers;

/// <summary>A platform by which moderators can sign in: it says who somebody is, and nothing that it says of his rights counts.</summary>
internal sealed record SignInProvider
{
    /// <summary>As it stands in addresses.</summary>
    public required string Name { get; init; }

    /// <summary>As people know it.</summary>
    public required string Title { get; init; }

    public required Platform Platform { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    public required Uri AuthorizeAt { get; init; }

    public required Uri TokenAt { get; init; }

    /// <summary>Where it says who somebody is.</summary>
    public required Uri UserAt { get; init; }

    /// <summary>Enough to learn who somebody is, and no more.</summary>
    public required string Scope { get; init; }

    /// <summary>Reads what it says; null for what is no answer.</summary>
    public required Func<JsonElement, SignInAccount?> Read { get; init; }

    /// <summary><see href="https://docs.discord.com/developers/topics/oauth2"/>.</summary>
    public static SignInProvider Discord(string clientId, string clientSecret) => new()
    {
        Name = "discord",
        Title = "Discord",
        Platform = Platform.Discord,
        ClientId = clientId,
        ClientSecret = clientSecret,
        AuthorizeAt = new Uri("https://discord.com/oauth2/authorize"),
        TokenAt = new Uri("https://discord.com/api/oauth2/token"),
        UserAt = new Uri("https://discord.com/api/v10/users/@me"),
        Scope = "identify",
        Read = user => Text(user, "id") is { } id ? new SignInAccount(id, Community: null) : null,
    };

    /// <summary>A user's id is one of his workspace. <see href="https://docs.slack.dev/authentication/sign-in-with-slack/"/>.</summary>
    public static SignInProvider Slack(string clientId, string clientSecret) => new()
    {
        Name = "slack",
        Title = "Slack",
        Platform = Platform.Slack,
        ClientId = clientId,
        ClientSecret = clientSecret,
        AuthorizeAt = new Uri("https://slack.com/openid/connect/authorize"),
        TokenAt = new Uri("https://slack.com/api/openid.connect.token"),
        UserAt = new Uri("https://slack.com/api/openid.connect.userInfo"),
        Scope = "openid",
        Read = user => Text(user, "https://slack.com/user_id") is { } id && Text(user, "https://slack.com/team_id") is { } team ? new SignInAccount(id, team) : null,
    };

    /// <summary>Without the secret.</summary>
    public override string ToString() => Name;

    private static string? Text(JsonElement user, string name) =>
        user.ValueKind == JsonValueKind.Object && user.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= 40 } text ? text : null;
}
