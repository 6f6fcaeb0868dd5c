namespace EngageBot.Outbox.Contact;

/// <summary>So many in so long, whichever stretch of that length one looks at: no midnight lets two through at once.</summary>
/// <param name="Limit">How many; 0 or less for none, <see cref="int.MaxValue"/> for as many as it takes.</param>
/// <param name="Per">Two that lie exactly so far apart are not in one stretch.</param>
/// <param name="Used">When some were or will be, in any order.</param>
internal sealed record Budget(int Limit, TimeSpan Per, IReadOnlyList<DateTimeOffset> Used)
{
    /// <summary>The first moment, this one or later, at which there may be one more; null for never.</summary>
    public DateTimeOffset? FreeFrom(DateTimeOffset moment)
    {
        if (Limit <= 0)
        {
            return null;
        }

        DateTimeOffset[] used = [.. Used.Order()];
        while (FreeAfterFull(used, moment) is { } next)
        {
            moment = next;
        }

        return moment;
    }

    /// <summary>Where one more at a moment would be too many in some stretch: when the first of that stretch is out of it. Else null.</summary>
    private DateTimeOffset? FreeAfterFull(DateTimeOffset[] used, DateTimeOffset moment)
    {
        for (var first = 0; first + (long)Limit <= used.Length; first++)
        {
            var (from, until) = (used[first], used[first + Limit - 1]);
            if ((until > moment ? until : moment) - (from < moment ? from : moment) < Per)
            {
                return from + Per;
            }
        }

        return null;
    }
}
