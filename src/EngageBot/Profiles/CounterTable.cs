using System.Numerics;

namespace EngageBot.Profiles;

/// <summary>
/// Small counters by number, nearly all of them 0 at first: kept as pairs while few are used, since a process may have thousands of quiet communities, and as a
/// plain array from then on. None counts past 65,535.
/// </summary>
internal sealed class CounterTable
{
    private const int PairsAtFirst = 64;

    /// <summary>With more pairs, at most half of whose places are taken, the plain array is not much larger.</summary>
    private const int MostPairs = 4_096;

    private readonly int _counters;

    /// <summary>The counter's number and one; 0 where the place is free.</summary>
    private ushort[] _numbers;
    private ushort[] _values;
    private ushort[]? _all;
    private int _used;

    /// <param name="counters">How many there are, a power of two up to 32,768.</param>
    public CounterTable(int counters)
    {
        _counters = counters;
        (_numbers, _values) = (new ushort[PairsAtFirst], new ushort[PairsAtFirst]);
    }

    /// <param name="all">All counters in order, as <see cref="ToArray"/> gives them.</param>
    public CounterTable(ReadOnlySpan<ushort> all)
        : this(all.Length)
    {
        for (var number = 0; number < all.Length; number++)
        {
            if (all[number] > 0)
            {
                At(number) = all[number];
            }
        }
    }

    public ushort this[int number]
    {
        get
        {
            if (_all is not null)
            {
                return _all[number];
            }

            var place = Place(number);
            return _numbers[place] == 0 ? (ushort)0 : _values[place];
        }
    }

    public void Increment(int number)
    {
        ref var value = ref At(number);
        value = value == ushort.MaxValue ? value : (ushort)(value + 1);
    }

    public void Halve()
    {
        foreach (ref var value in (_all ?? _values).AsSpan())
        {
            value >>= 1;
        }
    }

    /// <summary>All counters in order.</summary>
    public ushort[] ToArray()
    {
        if (_all is not null)
        {
            return [.. _all];
        }

        var all = new ushort[_counters];
        for (var place = 0; place < _numbers.Length; place++)
        {
            if (_numbers[place] != 0)
            {
                all[_numbers[place] - 1] = _values[place];
            }
        }

        return all;
    }

    private ref ushort At(int number)
    {
        if (_all is null && 2 * _used >= _numbers.Length)
        {
            Grow();
        }

        if (_all is not null)
        {
            return ref _all[number];
        }

        var place = Place(number);
        if (_numbers[place] == 0)
        {
            _numbers[place] = (ushort)(number + 1);
            _used++;
        }

        return ref _values[place];
    }

    /// <summary>Where the counter is, or would be.</summary>
    private int Place(int number)
    {
        var last = _numbers.Length - 1;
        var place = (int)((uint)number * 2_654_435_769u >> (32 - BitOperations.Log2((uint)_numbers.Length)));
        while (_numbers[place] != 0 && _numbers[place] != number + 1)
        {
            place = (place + 1) & last;
        }

        return place;
    }

    private void Grow()
    {
        if (_numbers.Length >= MostPairs)
        {
            _all = ToArray();
            (_numbers, _values) = ([], []);
            return;
        }

        var (numbers, values) = (_numbers, _values);
        (_numbers, _values) = (new ushort[2 * numbers.Length], new ushort[2 * numbers.Length]);
        for (var place = 0; place < numbers.Length; place++)
        {
            if (numbers[place] != 0)
            {
                var to = Place(numbers[place] - 1);
                (_numbers[to], _values[to]) = (numbers[place], values[place]);
            }
        }
    }
}
