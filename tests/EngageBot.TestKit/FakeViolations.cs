using System.Collections.Concurrent;

namespace EngageBot.TestKit;

/// <summary>What a client did that the platform forbids.</summary>
public sealed class FakeViolations
{
    private readonly ConcurrentQueue<string> _found = new();

    public IReadOnlyCollection<string> All => _found;

    public void Add(string violation) => _found.Enqueue(violation);

    /// <summary>Adds a violation where the condition does not hold, and tells whether it does.</summary>
    public bool Expect(bool condition, string otherwise)
    {
        if (!condition)
        {
            Add(otherwise);
        }

        return condition;
    }

    /// <summary>The test expected these: they no longer fail it.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (_found.TryDequeue(out var violation))
        {
            taken.Add(violation);
        }

        return taken;
    }

    public void ThrowIfAny()
    {
        if (!_found.IsEmpty)
        {
            throw new InvalidOperationException("The client broke the platform's rules: " + string.Join("; ", Take()));
        }
    }
}
