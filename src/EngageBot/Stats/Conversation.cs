namespace EngageBot.Stats;

/// <summary>Messages that hang together, told in order.</summary>
internal sealed class Conversation
{
    private long _first = -1;
    private long _second = -1;
    private List<long>? _others;
    private long _last;
    private int _messages;
    private bool _isTwoWay;

    /// <summary>At least two people each wrote after the other.</summary>
    public bool IsTwoWay => _isTwoWay;

    /// <param name="author">0 for somebody who is not known: one person, as far as one can tell.</param>
    /// <returns>How many messages are two-way with this one that were not before.</returns>
    public int Add(long author)
    {
        _messages++;
        var wasTwoWay = _isTwoWay;
        _isTwoWay |= _messages > 1 && _last != author && HasWritten(author);
        _last = author;
        if (wasTwoWay || _isTwoWay)
        {
            return wasTwoWay ? 1 : _messages;
        }

        Note(author);
        return 0;
    }

    private bool HasWritten(long author) => author == _first || author == _second || _others?.Contains(author) == true;

    private void Note(long author)
    {
        if (HasWritten(author))
        {
            return;
        }

        if (_first < 0)
        {
            _first = author;
        }
        else if (_second < 0)
        {
            _second = author;
        }
        else
        {
            (_others ??= []).Add(author);
        }
    }
}
