"""Who takes part, and which two are compared digit by digit."""

from dataclasses import dataclass


@dataclass
class Contender:
    """What runs: a script of Python, in the environment of that name, or a class of peers/."""
    about: str
    script: str
    environment: str = ""
    slow: bool = False


CONTENDERS = {
    "original": Contender("the Python original on the scikit-learn it was written for", "original.py", "original"),
    "original-today": Contender("the same lines on today's scikit-learn", "original.py", "today"),
    "logistic": Contender("**this library**, `Trainer.logistic()`", "Ours"),
    "features": Contender("**this library**, `Trainer.features()`", "Ours"),
    "best": Contender("**this library**, `Trainer.best()`", "Ours"),
    "warped": Contender("**this library**, `Trainer.warped()`", "Ours", slow=True),
    "sklearn-lbfgs": Contender("scikit-learn OneVsRest(LogisticRegression), lbfgs", "scikit.py", "today"),
    "sklearn-newton": Contender("scikit-learn OneVsRest(LogisticRegression), newton-cholesky", "scikit.py", "today"),
    "sklearn-softmax": Contender("scikit-learn LogisticRegression, one softmax of ten", "scikit.py", "today"),
    "sklearn-ridge": Contender("scikit-learn RidgeClassifier", "scikit.py", "today"),
    "sklearn-linearsvc": Contender("scikit-learn LinearSVC", "scikit.py", "today", slow=True),
    "sklearn-svc": Contender("scikit-learn SVC, RBF kernel, C 5", "scikit.py", "today", slow=True),
    "sklearn-boosting": Contender("scikit-learn HistGradientBoosting", "scikit.py", "today", slow=True),
    "smile-logistic": Contender("Smile OneVersusRest(LogisticRegression)", "Smile", slow=True),
    "smile-svm": Contender("Smile OneVersusRest(SVM), Gaussian kernel", "Smile", slow=True),
    "tribuo-sgd": Contender("Tribuo LogisticRegressionTrainer (linear SGD)", "Tribuo"),
    "tribuo-liblinear": Contender("Tribuo LibLinear", "Tribuo", slow=True),
    "liblinear-logistic": Contender("liblinear-java, logistic", "LibLinear", slow=True),
    "liblinear-svm": Contender("liblinear-java, squared hinge", "LibLinear", slow=True),
    "spark-logistic": Contender("Spark MLlib OneVsRest(LogisticRegression)", "Spark", slow=True),
    "spark-features": Contender("**this library** on Spark, `Trainer.features()`", "SparkTen", slow=True),
    "xgboost": Contender("XGBoost, 200 rounds of trees", "boosting.py", "xgboost", slow=True),
    "convnet": Contender("a small convolutional network, PyTorch", "convnet.py", "torch", slow=True),
}

LINEAR = ["original", "original-today", "sklearn-lbfgs", "sklearn-newton", "sklearn-softmax", "sklearn-linearsvc",
          "smile-logistic", "tribuo-sgd", "tribuo-liblinear", "liblinear-logistic", "liblinear-svm", "spark-logistic"]
PAIRS = [*((peer, "logistic") for peer in LINEAR),
         ("logistic", "features"), ("features", "best"), ("best", "warped"),
         ("sklearn-svc", "features"), ("sklearn-svc", "best"), ("smile-svm", "features"),
         ("xgboost", "features"), ("sklearn-boosting", "features"), ("convnet", "best"), ("convnet", "warped")]
