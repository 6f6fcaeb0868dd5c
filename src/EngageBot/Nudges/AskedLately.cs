namespace EngageBot.Nudges;

/// <summary>
/// Who could not be asked when it was last looked at, and need not be looked at again before a while: where many agreed to help, most of those who answer best were asked lately. Some hours at most, as
/// what was planned for somebody may come to nothing.
/// </summary>
internal sealed class AskedLately
{
    private const int Most = 20_000;

    private const long Longest = 6 * 3_600_000;

    private readonly Dictionary<long, long> _until = [];

    public bool Was(long member, long now) => _until.TryGetValue(member, out var until) && until > now && until <= now + Longest;

    /// <param name="free">When he can be asked again, unix milliseconds.</param>
    public void Note(long member, long free, long now)
    {
        if (_until.Count >= Most)
        {
            _until.Clear();
        }

        _until[member] = Math.Min(free, now + Longest);
    }
}
