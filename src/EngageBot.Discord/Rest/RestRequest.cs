namespace EngageBot.Discord.Rest;

/// <summary>A call, as it may be sent several times.</summary>
internal sealed record RestRequest(Route Route)
{
    /// <summary>What comes after the question mark, escaped.</summary>
    public string Query { get; init; } = "";

    /// <summary>Makes the body anew for every attempt.</summary>
    public Func<HttpContent>? Body { get; init; }

    /// <summary>Doing it twice is the same as doing it once, so that it may be sent again when nobody knows whether it arrived.</summary>
    public bool IsRepeatable { get; init; } = Route.Method != HttpMethod.Post;

    /// <summary>The refusal that, on a second attempt, says that the first one was done.</summary>
    public JsonErrorCode? DoneBefore { get; init; }

    /// <summary>The route without what was filled in: an interaction's token must not get into a log.</summary>
    public override string ToString() => Route.ToString();
}
