using EngageBot.Charts;

namespace EngageBot.Host.Doctor;

/// <summary>Whether charts can be shown as pictures.</summary>
internal static class ChartCheck
{
    private const string Small = """<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text x="2" y="15">a</text></svg>""";

    public static async Task<Finding> RunAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        using var image = new ChartImage(clock);
        return !image.IsAvailable ? Finding.Note("Charts: rsvg-convert is missing, so that chat gets them as text (apt-get install librsvg2-bin fonts-dejavu-core fonts-noto-cjk).")
            : await image.ToPngAsync(Small, zoom: 1, cancellationToken) is { Length: > 0 } ? Finding.Fine("Charts: rsvg-convert draws them.")
            : Finding.Note("Charts: rsvg-convert is there and draws nothing: try it by hand.");
    }
}
