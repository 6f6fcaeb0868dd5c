using System.Diagnostics;

namespace EngageBot.Slack.WebApi;

/// <summary>
/// What came of a call. What a program must expect (a channel is gone, a scope is missing, the line broke) is a value; an exception is for a token that is
/// wrong (<see cref="SlackAuthenticationException"/>).
/// </summary>
/// <typeparam name="T">What the call brings.</typeparam>
public abstract record SlackResult<T>
{
    private SlackResult()
    {
    }

    /// <summary>True where it was done.</summary>
    public bool IsOk => this is Ok;

    /// <summary>What the call brought, or nothing.</summary>
    public T? ValueOrDefault => this is Ok ok ? ok.Value : default;

    /// <summary>What the call brought, for callers to whom anything else is a fault.</summary>
    /// <exception cref="SlackCallException">It was not done, or nobody knows whether it was.</exception>
    public T ValueOrThrow() => this is Ok ok ? ok.Value : throw new SlackCallException(ToString());

    /// <summary>The same outcome with something else in it.</summary>
    public SlackResult<TResult> Select<TResult>(Func<T, TResult> selector) => this switch
    {
        Ok ok => new SlackResult<TResult>.Ok(selector(ok.Value)),
        Refused refused => new SlackResult<TResult>.Refused(refused.Error, refused.Message) { Needed = refused.Needed, Provided = refused.Provided },
        RateLimited limited => new SlackResult<TResult>.RateLimited(limited.RetryAfter),
        Unavailable unavailable => new SlackResult<TResult>.Unavailable(unavailable.Reason),
        Unknown unknown => new SlackResult<TResult>.Unknown(unknown.Reason),
        _ => throw new UnreachableException(),
    };

    /// <summary>Done.</summary>
    public sealed record Ok(T Value) : SlackResult<T>;

    /// <summary>Slack will not do it, and would not if asked again.</summary>
    /// <param name="Error">Slack's word for it; the method's page lists them. See <see cref="SlackError"/>.</param>
    /// <param name="Message">The same in a sentence; of a missing scope, what to do.</param>
    public sealed record Refused(string Error, string Message) : SlackResult<T>
    {
        /// <summary>The scope that is missing, where the error is <c>missing_scope</c>.</summary>
        public string? Needed { get; init; }

        /// <summary>The scopes the token has, where the error is <c>missing_scope</c>.</summary>
        public string? Provided { get; init; }

        public override string ToString() => Message;
    }

    /// <summary>It was not done, and may be tried again after <paramref name="RetryAfter"/>: a longer wait than the client's <c>LongestWait</c>.</summary>
    public sealed record RateLimited(TimeSpan RetryAfter) : SlackResult<T>
    {
        public override string ToString() => $"Slack limits how often this may be done. Next try in {RetryAfter.TotalSeconds:0.#} s.";
    }

    /// <summary>Slack could not be reached or has a fault, also after trying again. Asking once more later does no harm.</summary>
    public sealed record Unavailable(string Reason) : SlackResult<T>
    {
        public override string ToString() => Reason;
    }

    /// <summary>
    /// The line broke, or Slack has a fault, after the call had left: it may have been done, and doing it again could do it twice. Of a message, its metadata
    /// tells: look for it in the channel.
    /// </summary>
    public sealed record Unknown(string Reason) : SlackResult<T>
    {
        public override string ToString() => Reason;
    }
}
