using EngageBot.Evaluation.History;
using EngageBot.History;
using EngageBot.Introductions;
using EngageBot.Profiles;

namespace EngageBot.Evaluation.Introductions;

/// <summary>Reads a history and keeps what introductions are made from: profiles, and who knows whom.</summary>
internal sealed class CommunityRun
{
    private readonly LinkedHistory _history = new();
    private readonly ProfileBook _book = new();
    private readonly SortedSet<long> _members = [];

    public Acquaintance Known { get; } = new();

    public string NameOf(long member) => _history.Members[member].Value;

    /// <summary>Reads on; who is asked sees each message before it is taken in, and stops by answering false.</summary>
    public async Task ReadAsync(string path, Func<LinkedMessage, bool> goesOn, CancellationToken cancellationToken)
    {
        var items = HistoryReaders.Open(path, new HistoryOptions { From = HistoryFormat.Jsonl }).ReadAsync(cancellationToken);
        await foreach (var linked in _history.ReadAsync(items, cancellationToken))
        {
            if (!goesOn(linked))
            {
                return;
            }

            Take(linked);
        }
    }

    /// <summary>Who a message replies to, with how likely that is; null where it replies to nobody else.</summary>
    public (long Member, double Probability)? RepliedTo(LinkedMessage linked) =>
        linked.Recorded.Link is { Parent: { } parent } link && _book.Recent(parent) is { IsByPerson: true, Author: { } other } && other != linked.Recorded.Row.Author
            ? (other, link.Probability)
            : null;

    /// <summary>Everybody who wrote, as of a moment. What is given does not change as reading goes on.</summary>
    public IReadOnlyList<IntroductionCandidate> Members(long now)
    {
        var counts = _book.WordsOf(1).Counts;
        return [.. _members.Select(member => new IntroductionCandidate(member, Copy(member), counts, now))];
    }

    private MemberProfile Copy(long member) => _book.TryGet(member, out var profile) ? ProfileBytes.Read(ProfileBytes.Write(profile))! : new MemberProfile();

    private void Take(LinkedMessage linked)
    {
        var row = linked.Recorded.Row;
        var answered = linked.Recorded.Link?.Parent is { } parent ? _book.Recent(parent) : null;
        var replied = RepliedTo(linked);
        if (!_book.Take(linked.Recorded, 1, isOpen: true, answered))
        {
            return;
        }

        _members.Add(row.Author!.Value);
        if (replied is var (other, probability))
        {
            Known.Add(row.Author.Value, other, probability);
        }
    }
}
