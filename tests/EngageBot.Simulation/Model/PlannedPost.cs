namespace EngageBot.Simulation.Model;

/// <summary>A post that somebody will write, if he is still there.</summary>
/// <param name="Number">Counts the posts of a community from 0.</param>
/// <param name="Ease">How easy it is to answer, about 1 at the mean.</param>
internal sealed record PlannedPost(int Number, Person Author, DateTimeOffset At, int Topic, double Ease)
{
    /// <summary>A newcomer's first; whether he comes back hangs on it.</summary>
    public bool IsFirst { get; init; }
}
