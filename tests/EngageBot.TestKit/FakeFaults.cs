namespace EngageBot.TestKit;

/// <summary>What is to go wrong with the next calls, by route or method.</summary>
internal sealed class FakeFaults
{
    private readonly Lock _gate = new();
    private readonly List<(string Route, FakeCallFault Fault)> _faults = [];

    public void Add(string route, params ReadOnlySpan<FakeCallFault> faults)
    {
        lock (_gate)
        {
            foreach (var fault in faults)
            {
                _faults.Add((route, fault));
            }
        }
    }

    /// <summary>What befalls this call, if anything does; the next one has the next fault.</summary>
    public FakeCallFault? Take(string route)
    {
        lock (_gate)
        {
            var index = _faults.FindIndex(entry => entry.Route == route);
            if (index < 0)
            {
                return null;
            }

            var fault = _faults[index].Fault;
            _faults.RemoveAt(index);
            return fault;
        }
    }
}
