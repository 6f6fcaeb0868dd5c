namespace EngageBot.TestKit.FakeSlack;

/// <summary>What a fake Slack is like.</summary>
public sealed record FakeSlackOptions
{
    /// <summary>Gives messages their <c>ts</c> and runs every limit.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Sockets an app may have open at once.</summary>
    public int Connections { get; init; } = 10;

    /// <summary>How soon events, commands and clicks must be acknowledged.</summary>
    public TimeSpan AckWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long after an event failed it is sent again; after the last of these it is given up.</summary>
    public IReadOnlyList<TimeSpan> RetryAfter { get; init; } = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>How long after saying so a connection is closed.</summary>
    public TimeSpan CloseAfter { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How often a ping frame is sent; a client that does not answer for three of them is dropped.</summary>
    public TimeSpan PingEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether events wait for a connection while none is open. Slack keeps them for a short while only: without this they are lost.</summary>
    public bool KeepsUndelivered { get; init; } = true;

    /// <summary>The most a page of any list holds, whatever is asked for.</summary>
    public int LongestPage { get; init; } = 1_000;

    /// <summary>How often a channel may be posted to.</summary>
    public TimeSpan PostEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many posts may come at once before <see cref="PostEvery"/> is enforced.</summary>
    public int PostBurst { get; init; } = 3;

    /// <summary>How long after its upload a file can be shown by a block.</summary>
    public TimeSpan FilesReadyAfter { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a <c>trigger_id</c> lives.</summary>
    public TimeSpan TriggerLifetime { get; init; } = TimeSpan.FromSeconds(3);
}
