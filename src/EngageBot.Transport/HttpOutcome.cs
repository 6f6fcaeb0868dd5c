namespace EngageBot.Transport;

/// <summary>What came of a call in the end, all attempts together.</summary>
/// <param name="Response">The last answer, where there was one.</param>
/// <param name="Fault">Why no answer came that counts, without an address; null where one did.</param>
/// <param name="Cause">What broke the last attempt, where the other side did not answer it.</param>
public sealed record HttpOutcome<T>(T? Response, string? Fault, Exception? Cause)
    where T : class
{
    /// <summary>Not the first attempt: an earlier one may have been done without anybody knowing.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The call may have been done although it failed.</summary>
    public bool MayBeDone { get; init; }
}
