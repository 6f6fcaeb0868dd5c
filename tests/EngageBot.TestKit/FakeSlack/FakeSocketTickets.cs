namespace EngageBot.TestKit.FakeSlack;

/// <summary>The tickets in the addresses of sockets: each opens one.</summary>
internal sealed class FakeSocketTickets(FakeViolations violations)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, bool> _isUsed = [];

    public string New()
    {
        lock (_gate)
        {
            var ticket = Guid.NewGuid().ToString();
            _isUsed[ticket] = false;
            return ticket;
        }
    }

    /// <summary>Whether it opens a socket.</summary>
    public bool Take(string ticket)
    {
        lock (_gate)
        {
            var isKnown = violations.Expect(_isUsed.TryGetValue(ticket, out var isUsed), "A socket was opened with an unknown ticket");
            if (isKnown)
            {
                _isUsed[ticket] = true;
            }

            return isKnown && violations.Expect(!isUsed, "A socket was opened with a used ticket");
        }
    }
}
