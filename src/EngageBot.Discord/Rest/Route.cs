using System.Text;

namespace EngageBot.Discord.Rest;

/// <summary>
/// One call's method and path. The template is Discord's own ("channels/{channel_id}/messages"); what is filled in is escaped. <see cref="Major"/> is the
/// top-level resource by which Discord keeps its rate limits apart: a channel, a guild, or a webhook with its token.
/// </summary>
/// <remarks>https://docs.discord.com/developers/topics/rate-limits</remarks>
internal sealed class Route
{
    private static readonly string[] MajorNames = ["channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_id", "interaction_token"];

    private Route(HttpMethod method, string template, string path, string major)
    {
        Method = method;
        Template = template;
        Path = path;
        Major = major;
    }

    public HttpMethod Method { get; }

    public string Template { get; }

    /// <summary>The path under the base address. It may hold an interaction's token: never log it.</summary>
    public string Path { get; }

    public string Major { get; }

    /// <summary>Calls that an interaction's token authorizes: they carry no bot token and do not count against the global limit.</summary>
    public bool IsInteraction => Template.StartsWith("interactions/", StringComparison.Ordinal) || Template.StartsWith("webhooks/", StringComparison.Ordinal);

    public static Route Get(string template, params ReadOnlySpan<object> values) => For(HttpMethod.Get, template, values);

    public static Route Post(string template, params ReadOnlySpan<object> values) => For(HttpMethod.Post, template, values);

    public static Route Put(string template, params ReadOnlySpan<object> values) => For(HttpMethod.Put, template, values);

    public static Route Patch(string template, params ReadOnlySpan<object> values) => For(HttpMethod.Patch, template, values);

    public static Route Delete(string template, params ReadOnlySpan<object> values) => For(HttpMethod.Delete, template, values);

    public override string ToString() => $"{Method} {Template}";

    private static Route For(HttpMethod method, string template, ReadOnlySpan<object> values)
    {
        var path = new StringBuilder(template.Length + 40);
        var major = new StringBuilder();
        var next = 0;
        var index = 0;
        while (template.IndexOf('{', index) is var open and >= 0)
        {
            var close = template.IndexOf('}', open);
            var value = Escape(values[next++]);
            path.Append(template, index, open - index).Append(value);
            if (MajorNames.AsSpan().Contains(template[(open + 1)..close]))
            {
                major.Append('/').Append(value);
            }

            index = close + 1;
        }

        if (next != values.Length)
        {
            throw new ArgumentException($"{template} takes {next} values, not {values.Length}.", nameof(values));
        }

        return new Route(method, template, path.Append(template, index, template.Length - index).ToString(), major.ToString());
    }

    private static string Escape(object value)
    {
        var text = value.ToString() ?? "";

        // A path is normalized before it is sent: a dot segment would lead to another route, escaped or not, and nothing at all to a shorter one.
        return text is "" or "." or ".."
            ? throw new InvalidRequestException("Neither nothing nor dots alone can stand in a path.")
            : Uri.EscapeDataString(text);
    }
}
