using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Pipeline;
using EngageBot.ReplyGraph;

namespace EngageBot.TestKit;

/// <summary>
/// The product on a test database and a clock of its own. Links are found by the rules unless a test asks for the model: what the rules say of a made chat
/// is plain to see, and stays the same when the model is trained again.
/// </summary>
internal sealed class TestPipeline(TestDatabase database, ResolverKind resolver = ResolverKind.Rules) : IAsyncDisposable
{
    /// <summary>Every message as: number, what it answers, by which source. In order of time.</summary>
    public const string Links =
        """
        SELECT c.platform_id AS channel, m.number, p.number AS parent, l.source
        FROM messages m
        JOIN channels c ON c.id = m.channel
        LEFT JOIN links l ON l.message = m.id
        LEFT JOIN messages p ON p.id = l.parent
        ORDER BY c.platform_id, m.number, l.source
        """;

    private Engine _engine = Start(database, resolver);

    public TestDatabase Database => database;

    public Task<HandledBatch> HandleAsync(params IEnumerable<ChatEvent> events) => HandleAsync(new ChatEventBatch([.. events]));

    public async Task<HandledBatch> HandleAsync(ChatEventBatch batch)
    {
        var handled = await _engine.HandleAsync(batch, CancellationToken.None);
        await _engine.FlushAsync(CancellationToken.None);
        return handled;
    }

    /// <summary>As after a crash: nothing in memory, only the database.</summary>
    public async Task RestartAsync()
    {
        await _engine.DisposeAsync();
        _engine = Start(database, resolver);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private static Engine Start(TestDatabase database, ResolverKind resolver) => new(new VirtualClock(TestTime.Noon), database.Source, RulesBook.Fixed(new CommunityRules()), resolver);
}
