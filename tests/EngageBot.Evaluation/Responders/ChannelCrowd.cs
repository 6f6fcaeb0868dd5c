using EngageBot.ReplyGraph;

namespace EngageBot.Evaluation.Responders;

/// <summary>Those of a channel who could answer besides those in its last lines: who answers most there, and who spoke last. Looked up anew every few lines.</summary>
internal sealed class ChannelCrowd
{
    private const int MostAnswering = 40;
    private const int LastSpeakers = 60;
    private const int Renewed = 100;

    private readonly Dictionary<long, (double Answers, long At)> _members = [];
    private List<long> _chosen = [];
    private int _lines;

    public void Add(RecordedMessage message)
    {
        var member = message.Row.Author!.Value;
        var (answers, _) = _members.GetValueOrDefault(member);
        _members[member] = (answers + (message.Link is null ? 0.1 : 1), message.Row.At);
        if (_lines++ % Renewed == 0)
        {
            _chosen = [.. _members.OrderByDescending(one => one.Value.Answers).Take(MostAnswering)
                .Concat(_members.OrderByDescending(one => one.Value.At).Take(LastSpeakers)).Select(one => one.Key).Distinct()];
        }
    }

    public IReadOnlyList<long> Members => _chosen;
}
