"""Days told in other words."""

# (kind, what is cited, a claim that it supports, a claim that it does not)
DAYS = [
    (
        "days away",
        "The order on salt takes effect seven days after July 31, 1990.",
        "The order on salt takes effect 7 days after 31 July 1990.",
        "The order on salt takes effect on July 31, 1990.",
    ),
    (
        "two days of a month",
        "The board met in Lima on 27 and 28 June 1994.",
        "The board met in Lima on June 27 and 28, 1994.",
        "The board met in Lima on June 26 and 28, 1994.",
    ),
    (
        "season",
        "The king visits Oslo in the autumn of 1991.",
        "In autumn 1991 the king visits Oslo.",
        "The king visits Oslo in the spring of 1991.",
    ),
    (
        "day",
        "The Geneva round reopened on 4 December 1986.",
        "On December 4, 1986 the Geneva round reopened.",
        "On December 14, 1986 the Geneva round reopened.",
    ),
    (
        "month",
        "Iceland's cod quota starts in March.",
        "In March Iceland's cod quota starts.",
        "Iceland's cod quota starts in August.",
    ),
    (
        "year",
        "Talks on lamb ended in Wellington in 2003.",
        "The lamb talks in Wellington ended in 2003.",
        "Talks on lamb ended in Wellington in 2013.",
    ),
    (
        "weekday",
        "The Polish envoy flies home on Wednesday.",
        "On Wednesday the Polish envoy flies home.",
        "The Polish envoy flies home on Thursday.",
    ),
    (
        "two dates exchanged",
        "The quota opens on March 1, 2027 and closes on May 31, 2027.",
        "The quota closes on May 31, 2027, having opened on March 1, 2027.",
        "The quota opens on May 31, 2027 and closes on March 1, 2027.",
    ),
    (
        "the other end of a span",
        "The surcharge on tin lasts 30 days, from May 2 until June 1, 1988.",
        "The surcharge on tin expires on June 1, 1988, after 30 days.",
        "The surcharge on tin starts on June 1, 1988 and lasts 30 days.",
    ),
    (
        "a last day",
        "Shops must register by 28 February.",
        "Shops have until 28 February to register.",
        "Shops must register from 28 February.",
    ),
    (
        "first, and then",
        "The term ran to May 3; on May 2 it was put off to June 4.",
        "The term was first to May 3 and then to June 4.",
        "The term was first to May 3 and then to June 5.",
    ),
]
