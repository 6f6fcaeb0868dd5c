namespace EngageBot.ReplyGraph.Model;

/// <summary>What a review finds of a post: which lines go with it, and how likely it is that nobody answered.</summary>
internal sealed class PostFindings(int post)
{
    /// <summary>A line of the author that goes with the post less likely than this does not carry the answers to it.</summary>
    private const float Least = 0.02f;

    private readonly int _post = post;
    private readonly Dictionary<int, float> _goes = new() { [post] = 1 };
    private readonly List<(int Place, bool MayAnswer, LookedLine Look)> _looked = [];
    private bool _isAnsweredForSure;

    /// <summary>The last line that likely goes with the post.</summary>
    public int Last { get; private set; } = post;

    /// <summary>The chance that nobody else answered.</summary>
    public float Unanswered { get; private set; } = 1;

    /// <summary>The chance that the post starts a conversation.</summary>
    public float Start { get; private set; } = 1;

    /// <summary>Whether a line is the post, or may be one by which its author went on from it.</summary>
    public bool Goes(int place) => _goes.ContainsKey(place);

    /// <summary>Takes in a line that was judged again.</summary>
    public void Add(int place, PostRole role, LookedLine look)
    {
        if (place == _post)
        {
            Start = look.Probabilities[0];
            _looked.Add((place, false, look));
            return;
        }

        var chance = 0f;
        for (var at = 0; at < look.Candidates.Length; at++)
        {
            chance += look.Probabilities[at] * _goes.GetValueOrDefault(look.Candidates[at]);
        }

        _looked.Add((place, role == PostRole.Other, look));
        Count(place, role, chance);
    }

    /// <summary>Takes in a line of which stays what was decided.</summary>
    public void AddKnown(int place, PostRole role, int parent, float probability)
    {
        var chance = parent < 0 ? 0 : probability * _goes.GetValueOrDefault(parent);
        _isAnsweredForSure |= role == PostRole.Other && chance > 0.5f;
        Count(place, role, chance);
    }

    /// <summary>
    /// What each line that was judged again answers. Several half likely answers make one likely, though none is by itself: then the likeliest of them counts as
    /// the answer. Where all together do not, none does.
    /// </summary>
    /// <param name="threshold">The chance of no answer from which on the post counts as unanswered.</param>
    public IReadOnlyList<ReviewedLine> Conclude(float threshold)
    {
        var isAnswered = Unanswered < threshold;
        var best = isAnswered && !_isAnsweredForSure ? Likeliest() : -1;
        List<ReviewedLine> lines = [];
        foreach (var (place, mayAnswer, look) in _looked)
        {
            var (parent, probability) = place == best ? look.BestOf(Goes)
                : mayAnswer && !isAnswered ? look.BestOf(candidate => !Goes(candidate))
                : look.Best;
            lines.Add(new ReviewedLine(place, parent, probability));
        }

        return lines;
    }

    /// <summary>The line that is the likeliest answer.</summary>
    private int Likeliest()
    {
        var (place, most) = (-1, 0f);
        foreach (var line in _looked)
        {
            if (line.MayAnswer && line.Look.BestOf(Goes).Probability is var probability && probability > most)
            {
                (place, most) = (line.Place, probability);
            }
        }

        return place;
    }

    private void Count(int place, PostRole role, float chance)
    {
        if (role == PostRole.Other)
        {
            Unanswered *= 1 - Math.Min(chance, 0.999f);
        }
        else if (role == PostRole.Author && chance >= Least)
        {
            _goes[place] = chance;
            Last = chance > 0.5f ? place : Last;
        }
    }
}
