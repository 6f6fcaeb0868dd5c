namespace EngageBot.Slack.WebApi;

/// <summary>A call, as it may be sent several times.</summary>
/// <param name="Method">Slack's name of it, or what stands for the address where that is a secret.</param>
internal sealed record ApiRequest(string Method)
{
    /// <summary>What is asked for in the address, escaped; such calls are GET.</summary>
    public string? Query { get; init; }

    /// <summary>Makes the body anew for every attempt.</summary>
    public Func<HttpContent>? Body { get; init; }

    /// <summary>Another address than the method's; no token goes there.</summary>
    public Uri? Address { get; init; }

    /// <summary>Doing it twice is the same as doing it once, so that it may be sent again when nobody knows whether it arrived.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>The refusal that, on a second attempt, says that the first one was done.</summary>
    public string? DoneBefore { get; init; }

    /// <summary>The channel a message is posted to: not more than one a second.</summary>
    public string? PostsTo { get; init; }

    public static ApiRequest Get(string method, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        new(method) { Query = FormText.Of(arguments), IsRepeatable = true };

    public override string ToString() => Method;
}
