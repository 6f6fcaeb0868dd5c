namespace EngageBot.Introductions.Rounds;

/// <summary>Who sits in which group. Two members change places, or one leaves a larger group for one that is smaller by one: so there are always as many groups of each size.</summary>
internal sealed class RoundSeats
{
    private readonly RoundWeights _weights;
    private readonly int _most;
    private readonly int[] _memberAt;
    private readonly int[] _seatOf;
    private readonly int[] _sizes;

    public RoundSeats(RoundWeights weights, int[] sizes, ref StableRandom random)
    {
        (_weights, _most, _sizes) = (weights, sizes.Max(), [.. sizes]);
        (_memberAt, _seatOf) = (new int[_most * sizes.Length], new int[weights.Count]);
        int[] members = [.. Enumerable.Range(0, weights.Count)];
        random.Shuffle(members.AsSpan());
        for (int group = 0, next = 0; group < sizes.Length; group++)
        {
            for (var seat = 0; seat < sizes[group]; seat++)
            {
                Seat(members[next++], (group * _most) + seat);
            }
        }
    }

    public int Groups => _sizes.Length;

    /// <summary>What all pairs in groups are worth.</summary>
    public long Worth
    {
        get
        {
            var worth = 0L;
            for (var member = 0; member < _seatOf.Length; member++)
            {
                worth += WorthIn(GroupOf(member), member);
            }

            return worth / 2;
        }
    }

    public ReadOnlySpan<int> In(int group) => _memberAt.AsSpan(group * _most, _sizes[group]);

    public int GroupOf(int member) => _seatOf[member] / _most;

    /// <summary>Somebody else in a member's group.</summary>
    public int Companion(int member, ref StableRandom random)
    {
        var members = In(GroupOf(member));
        var (seat, chosen) = (_seatOf[member] % _most, random.Next(members.Length - 1));
        return members[chosen < seat ? chosen : chosen + 1];
    }

    /// <summary>What is gained when two members of different groups change places.</summary>
    public long Gain(int one, int other)
    {
        var ofOne = _weights.Of(one);
        var ofOther = _weights.Of(other);
        var gain = -2L * ofOne[other]; // Each would sit with those the other leaves, not with the other.
        foreach (var member in In(GroupOf(one)))
        {
            gain += (long)ofOther[member] - ofOne[member];
        }

        foreach (var member in In(GroupOf(other)))
        {
            gain += (long)ofOne[member] - ofOther[member];
        }

        return gain;
    }

    public void Swap(int one, int other)
    {
        var seat = _seatOf[one];
        Seat(one, _seatOf[other]);
        Seat(other, seat);
    }

    /// <summary>Whether a member's group is larger by one than another, so that he may leave it for that.</summary>
    public bool MayMove(int member, int group) => _sizes[GroupOf(member)] == _sizes[group] + 1;

    public long GainOfMove(int member, int group) => WorthIn(group, member) - WorthIn(GroupOf(member), member);

    public void Move(int member, int group)
    {
        var (left, seat) = (GroupOf(member), _seatOf[member]);
        Seat(_memberAt[(left * _most) + --_sizes[left]], seat);
        Seat(member, (group * _most) + _sizes[group]++);
    }

    private long WorthIn(int group, int member)
    {
        var ofMember = _weights.Of(member);
        var worth = 0L;
        foreach (var other in In(group))
        {
            worth += ofMember[other];
        }

        return worth;
    }

    private void Seat(int member, int seat) => (_memberAt[seat], _seatOf[member]) = (member, seat);
}
